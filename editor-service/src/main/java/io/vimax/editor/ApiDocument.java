package io.vimax.editor;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import io.vimax.editor.access.Person;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class);
    }

    @Bean
    OpenAPI editorApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("ViMax editor-service")
                                .version("1")
                                .description(
                                        "Series, episodes, script, takes, timeline, audio and films. Bodies are at most 4 MiB."))
                .servers(List.of(new Server().url("/")));
    }
}
