package io.vimax.modelconfig;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Knows which models exist, what each can do and costs, and what each person chose. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ModelConfigApplication {

    public static void main(String[] args) {
        SpringApplication.run(ModelConfigApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
