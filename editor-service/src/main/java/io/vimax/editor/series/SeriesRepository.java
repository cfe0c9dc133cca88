package io.vimax.editor.series;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SeriesRepository extends JpaRepository<Series, UUID> {

    Optional<Series> findByIdAndUserId(UUID id, UUID userId);
}
