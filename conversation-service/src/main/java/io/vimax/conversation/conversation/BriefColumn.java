package io.vimax.conversation.conversation;

import io.vimax.conversation.brief.Brief;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

/** A brief as one JSON document; its form belongs to this column, not to the REST views. */
@Converter
class BriefColumn implements AttributeConverter<Brief, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(Brief brief) {
        return JSON.writeValueAsString(brief);
    }

    @Override
    public Brief convertToEntityAttribute(String json) {
        return JSON.readValue(json, Brief.class);
    }
}
