package io.vimax.editor.episode;

import io.vimax.editor.column.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** How the values of an episode lie in its columns. */
final class JsonColumns {

    private JsonColumns() {}

    @Converter
    static class Models implements AttributeConverter<Brief.ModelChoice, String> {
        @Override
        public String convertToDatabaseColumn(Brief.ModelChoice models) {
            return Json.write(models);
        }

        @Override
        public Brief.ModelChoice convertToEntityAttribute(String json) {
            return Json.read(json, Brief.ModelChoice.class);
        }
    }

    @Converter
    static class Mix implements AttributeConverter<AudioMix, String> {
        @Override
        public String convertToDatabaseColumn(AudioMix mix) {
            return Json.write(mix);
        }

        @Override
        public AudioMix convertToEntityAttribute(String json) {
            return Json.read(json, AudioMix.class);
        }
    }

    @Converter
    static class Cast implements AttributeConverter<List<CastMember>, String> {
        @Override
        public String convertToDatabaseColumn(List<CastMember> cast) {
            return Json.write(cast);
        }

        @Override
        public List<CastMember> convertToEntityAttribute(String json) {
            return Json.read(json, new TypeReference<>() {});
        }
    }

    @Converter
    static class State implements AttributeConverter<EpisodeState, String> {
        @Override
        public String convertToDatabaseColumn(EpisodeState state) {
            return state.word();
        }

        @Override
        public EpisodeState convertToEntityAttribute(String word) {
            return EpisodeState.of(word);
        }
    }

    @Converter
    static class Shape implements AttributeConverter<Ratio, String> {
        @Override
        public String convertToDatabaseColumn(Ratio ratio) {
            return ratio.word();
        }

        @Override
        public Ratio convertToEntityAttribute(String word) {
            return Ratio.of(word);
        }
    }
}
