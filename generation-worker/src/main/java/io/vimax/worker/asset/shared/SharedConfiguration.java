package io.vimax.worker.asset.shared;

import io.vimax.worker.asset.store.S3Names;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    @Bean
    @ConditionalOnProperty(name = "worker.asset.store", havingValue = "file", matchIfMissing = true)
    SharedFiles filesOnOneDisk() {
        return SharedFiles.onOneDisk();
    }

    @Bean
    @ConditionalOnProperty(name = "worker.asset.store", havingValue = "s3")
    SharedFiles filesInTheBucket(S3Client client, S3Names names) {
        return new BucketFiles(client, names);
    }
}
