package io.vimax.conversation.conversation;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ConversationRepository extends JpaRepository<Conversation, UUID> {

    Optional<Conversation> findByIdAndUserId(UUID id, UUID userId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Conversation where id = :id and userId = :userId")
    Optional<Conversation> lock(UUID id, UUID userId);

    /** Newest first, those before the cursor. */
    @Query("from Conversation where userId = :userId and id < :before order by id desc")
    List<Conversation> list(UUID userId, UUID before, Limit limit);
}
