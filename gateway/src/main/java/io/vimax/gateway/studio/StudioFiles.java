package io.vimax.gateway.studio;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The files of the Studio. An asset's name has the hash of its content, so browsers keep it for ever; a missing one is 404 and
 * never the document, or a stale page would take HTML for a script. Compressed forms lie beside the files since the build.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class StudioFiles implements WebFluxConfigurer, WebFilter {

    static final String FOLDER = "META-INF/resources/studio/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/" + FOLDER + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
        registry.addResourceHandler("/theme.js", "/favicon.svg", "/favicon.ico")
                .addResourceLocations("classpath:/" + FOLDER)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
    }

    /** The resolver says Vary only for a compressed form; a cache has to know it of the plain form too. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith("/assets/")) {
            exchange.getResponse()
                    .beforeCommit(() -> Mono.fromRunnable(() ->
                            exchange.getResponse().getHeaders().set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)));
        }
        return chain.filter(exchange);
    }
}
