package io.vimax.keypool.key;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiKeys extends Repository<ApiKey, UUID> {

    ApiKey save(ApiKey key);

    void flush();

    @Query("select k from ApiKey k where k.id = :id and k.deletedAt is null")
    Optional<ApiKey> findLive(UUID id);

    /** Locked until the transaction ends, so that changes and events of one key follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select k from ApiKey k where k.id = :id")
    Optional<ApiKey> findForChange(UUID id);

    @Query("select k from ApiKey k where k.service = :service and k.fingerprint = :fingerprint and k.deletedAt is null")
    Optional<ApiKey> findSame(String service, String fingerprint);

    List<ApiKey> findByIdIn(Collection<UUID> ids);
}
