package io.vimax.worker;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Does the work that generations ask for. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class GenerationWorkerApplication {

    public static void main(String[] args) {
        // Frames are drawn by Java 2D, and a server has no screen.
        System.setProperty("java.awt.headless", "true");
        SpringApplication.run(GenerationWorkerApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
