package io.vimax.keypool.key;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiKeys extends Repository<ApiKey, UUID> {

    ApiKey save(ApiKey key);

    @Query("select k from ApiKey k where k.id = :id and k.deletedAt is null")
    Optional<ApiKey> findLive(UUID id);

    @Query("select k from ApiKey k where k.service = :service and k.fingerprint = :fingerprint and k.deletedAt is null")
    Optional<ApiKey> findSame(String service, String fingerprint);

    /** A person's own keys and the built-in ones, newest first. */
    @Query("select k from ApiKey k where (k.owner = :owner or k.owner is null) and k.deletedAt is null"
            + " order by k.createdAt desc, k.id desc")
    List<ApiKey> listVisibleTo(UUID owner);
}
