package io.vimax.editor.episode;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface EpisodeRepository extends JpaRepository<Episode, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Episode where id = :id")
    Optional<Episode> lock(UUID id);

    Optional<Episode> findByIdAndUserId(UUID id, UUID userId);
}
