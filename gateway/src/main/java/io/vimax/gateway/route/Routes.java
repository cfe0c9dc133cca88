package io.vimax.gateway.route;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Who answers what. The list names every path that may be reached: what is not here, such as {@code /internal} or
 * {@code /actuator} of a service, is reached by no request. The id of a route is the name of the part, as problems tell it.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** Netty would send a request again whose connection was reset. The part may have done the work: only the caller may decide. */
    @Bean
    HttpClientCustomizer sendOnce() {
        return client -> client.disableRetry(true);
    }

    @Bean
    RouteLocator parts(RouteLocatorBuilder routes, RouteProperties address) {
        return routes.routes()
                .route(
                        "model-config-service",
                        to -> to.path("/api/v1/models/**").uri(address.modelConfig()))
                .route(
                        "conversation-service",
                        to -> to.path("/api/v1/conversations/**").uri(address.conversation()))
                .route(
                        "editor-service",
                        to -> to.path(
                                        "/api/v1/episodes/**",
                                        "/api/v1/editor/**",
                                        "/api/v1/series/**",
                                        "/api/v1/generations/**",
                                        "/api/v1/quotes/**",
                                        "/api/v1/budgets/**",
                                        "/api/v1/seko/**")
                                .uri(address.editor()))
                .route(
                        "key-pool-service",
                        to -> to.path("/api/v1/api-keys/**", "/api/v1/quota-scopes/**", "/api/v1/key-pools/**")
                                .uri(address.keyPool()))
                .route(
                        "generation-worker",
                        to -> to.path("/api/v1/assets/**")
                                .and()
                                .method(HttpMethod.GET, HttpMethod.HEAD)
                                .or()
                                .predicate(exchange -> bringsPicture(exchange.getRequest()))
                                .uri(address.worker()))
                .build();
    }

    /** The one thing that people may put among the assets. */
    static boolean bringsPicture(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST
                && request.getPath().value().equals("/api/v1/assets");
    }
}
