package io.vimax.gateway.live;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Where the WebSocket is. */
@Configuration(proxyBeanMethods = false)
class LiveRoute {

    @Bean
    HandlerMapping liveMapping(LiveHandler handler) {
        return new SimpleUrlHandlerMapping(Map.of("/api/v1/ws", handler), Ordered.HIGHEST_PRECEDENCE);
    }
}
