package io.vimax.worker;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.vimax.worker.access.Person;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the OpenAPI document, and how our records look in it. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class);
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("ViMax generation-worker")
                                .version("1")
                                .description(
                                        "The pictures, clips, sounds and films that were made or brought along, with their previews."));
    }

    /** Every call can be refused, always in the same form. */
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            api.getComponents()
                    .addSchemas(
                            "Problem",
                            new Schema<>()
                                    .type("object")
                                    .description("RFC 9457; some codes carry more properties")
                                    .addProperty("type", text("/problems/<code>"))
                                    .addProperty("title", text("The code in words"))
                                    .addProperty("status", new Schema<>().type("integer"))
                                    .addProperty("detail", text("One sentence for people that says what to do"))
                                    .addProperty("code", text("Stable word for programs"))
                                    .addProperty("trace_id", text("Finds the call in logs and traces"))
                                    .addRequiredItem("code")
                                    .addRequiredItem("status"));
            var refusal = new ApiResponse()
                    .description("Refused")
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json",
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(operation -> operation.getResponses().addApiResponse("default", refusal)));
        };
    }

    private static Schema<?> text(String description) {
        return new Schema<>().type("string").description(description);
    }

    /** springdoc reads records with a mapper of its own, which knows nothing of how the service writes names. */
    @Bean
    ModelResolver records(ObjectMapperProvider mappers) {
        return new Records(mappers);
    }

    private static final class Records extends ModelResolver {

        Records(ObjectMapperProvider mappers) {
            super(mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
            openapi31(mappers.isOpenapi31());
        }

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
            Schema<?> schema = super.resolve(type, context, next);
            Class<?> raw = type.getType() == null
                    ? Object.class
                    : _mapper.constructType(type.getType()).getRawClass();
            if (schema != null && raw.isRecord()) {
                String name = schema.get$ref();
                Schema<?> model = name == null
                        ? schema
                        : context.getDefinedModels().get(name.substring(name.lastIndexOf('/') + 1));
                if (model != null && model.getProperties() != null) {
                    Arrays.stream(raw.getRecordComponents()).forEach(component -> markNullness(model, component));
                }
            }
            return schema;
        }

        /** What is not @Nullable is always there. */
        private static void markNullness(Schema<?> model, RecordComponent component) {
            String name = PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
            Schema<?> property = model.getProperties().get(name);
            if (property == null) {
                return;
            }
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                if (model.getRequired() == null || !model.getRequired().contains(name)) {
                    model.addRequiredItem(name);
                }
            } else if (property.get$ref() != null) {
                var none = new JsonSchema();
                none.addType("null");
                model.getProperties().put(name, new JsonSchema().anyOf(List.of(property, none)));
            } else if (property.getAnyOf() == null) {
                property.addType("null");
            }
        }
    }
}
