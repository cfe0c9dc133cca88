package io.vimax.systemtests;

import io.vimax.testing.KafkaServer;
import io.vimax.testing.RegistryServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** Kafka clients set up by the very application.yaml of a service, on the servers of this JVM. */
record ServiceKafka(KafkaProperties settings) {

    static ServiceKafka of(String service) throws IOException {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test servers",
                        Map.of("VIMAX_KAFKA", KafkaServer.address(), "VIMAX_REGISTRY", RegistryServer.url())));
        Path file = Path.of("..", service, "src", "main", "resources", "application.yaml");
        new YamlPropertySourceLoader()
                .load(service, new FileSystemResource(file))
                .forEach(environment.getPropertySources()::addLast);
        return new ServiceKafka(Binder.get(environment)
                .bind("spring.kafka", KafkaProperties.class)
                .get());
    }

    ProducerFactory<String, SpecificRecordBase> producers() {
        return new DefaultKafkaProducerFactory<>(settings.buildProducerProperties());
    }

    <T> ConsumerFactory<String, T> consumers() {
        return new DefaultKafkaConsumerFactory<>(settings.buildConsumerProperties());
    }
}
