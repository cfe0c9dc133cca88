package io.vimax.keypool;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Keeps the keys and alone decides whether a call to a provider may be made now. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class KeyPoolApplication {

    public static void main(String[] args) {
        SpringApplication.run(KeyPoolApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
