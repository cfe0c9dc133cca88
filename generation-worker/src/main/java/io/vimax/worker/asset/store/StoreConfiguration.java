package io.vimax.worker.asset.store;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeParams;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeProvider;

/** The one store that the settings name. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    @ConditionalOnProperty(name = "worker.asset.store", havingValue = "file", matchIfMissing = true)
    ContentStore fileStore(StoreProperties properties) {
        return new FileStore(new ContentFolder(properties.folder()));
    }

    @Bean
    @ConditionalOnProperty(name = "worker.asset.store", havingValue = "s3")
    ContentStore s3Store(S3Client client, S3Names names, Copies copies) {
        return new S3Store(client, names, copies);
    }

    @Bean
    @ConditionalOnProperty(name = "worker.asset.store", havingValue = "s3")
    S3Client s3Client(StoreProperties properties) {
        return client(properties.s3(), DefaultCredentialsProvider.builder().build());
    }

    @Bean
    @ConditionalOnProperty(name = "worker.asset.store", havingValue = "s3")
    S3Names s3Names(StoreProperties properties) {
        return names(properties.s3());
    }

    /** In a folder of their own: what a file store has is no copy of anything. */
    @Bean
    @ConditionalOnProperty(name = "worker.asset.store", havingValue = "s3")
    Copies copies(StoreProperties properties, Clock clock) {
        return new Copies(
                new ContentFolder(properties.folder().resolve("copies")),
                properties.s3().keepCopies(),
                clock);
    }

    static S3Names names(StoreProperties.S3 settings) {
        return new S3Names(where(settings), settings.bucket(), settings.prefix());
    }

    static S3Client client(StoreProperties.S3 settings, AwsCredentialsProvider credentials) {
        if (settings.bucket().isBlank()) {
            throw new IllegalStateException("Name the bucket for the assets: worker.asset.s3.bucket"
                    + " (VIMAX_ASSETS_S3_BUCKET) is empty and worker.asset.store is s3.");
        }
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.readTimeout()))
                .credentialsProvider(credentials)
                .authSchemeProvider(StoreConfiguration::signingContent)
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                // The signature covers the content, which every S3 checks; newer kinds of checksums are refused by
                // some.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build());
        if (!settings.endpoint().isBlank()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        return builder.build();
    }

    /** Over TLS a client may leave the content out of the signature; with it, what arrives spoilt is refused. */
    private static List<AuthSchemeOption> signingContent(S3AuthSchemeParams call) {
        return S3AuthSchemeProvider.defaultProvider().resolveAuthScheme(call).stream()
                .map(option -> option.toBuilder()
                        .putSignerProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                        .build())
                .toList();
    }

    /** Without what an address may hold besides the host. */
    private static String where(StoreProperties.S3 settings) {
        if (settings.endpoint().isBlank()) {
            return settings.region();
        }
        URI endpoint = URI.create(settings.endpoint());
        return endpoint.getPort() < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
    }
}
