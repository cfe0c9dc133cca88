package io.vimax.keypool.problem;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is validated are requests, and those are plain records. With JPA at hand the validator would ask it for each value of each
 * request whether that is loaded already.
 */
@Configuration(proxyBeanMethods = false)
class RequestValidation {

    @Bean
    ValidationConfigurationCustomizer plainRecords() {
        return configuration -> configuration.traversableResolver(new EverythingIsThere());
    }

    private static final class EverythingIsThere implements TraversableResolver {

        @Override
        public boolean isReachable(
                @Nullable Object of, Path.Node node, Class<?> root, Path toIt, ElementType elementType) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object of, Path.Node node, Class<?> root, Path toIt, ElementType elementType) {
            return true;
        }
    }
}
