package io.vimax.conversation.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said, in order; nothing in it ever changes. */
@Component
class Messages {

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param number place in its conversation, from 1
     * @param role user or assistant
     */
    record Message(UUID id, int number, String role, String text, Instant createdAt) {}

    void add(UUID conversation, Message message) {
        jdbc.sql("""
                        insert into message (conversation_id, number, id, role, text, created_at)
                        values (:conversation, :number, :id, :role, :text, :at)
                        """)
                .param("conversation", conversation)
                .param("number", message.number())
                .param("id", message.id())
                .param("role", message.role())
                .param("text", message.text())
                .param("at", message.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those after a number, oldest first. */
    List<Message> list(UUID conversation, int after, int limit) {
        return jdbc.sql("""
                        select id, number, role, text, created_at from message
                        where conversation_id = :conversation and number > :after order by number limit :limit
                        """)
                .param("conversation", conversation)
                .param("after", after)
                .param("limit", limit)
                .query(Messages::message)
                .list();
    }

    int getNumber(UUID message) {
        return jdbc.sql("select number from message where id = :id")
                .param("id", message)
                .query(Integer.class)
                .single();
    }

    private static Message message(ResultSet row, int index) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("role"),
                row.getString("text"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
