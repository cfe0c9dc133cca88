package io.vimax.worker.asset.store;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where assets lie.
 *
 * @param folder where files live; all replicas on one machine share it. With S3 it holds parts on their way and copies
 * @param store which of the two stores is used
 */
@Validated
@ConfigurationProperties("worker.asset")
public record StoreProperties(
        @DefaultValue(".vimax/assets") Path folder,
        @DefaultValue("file") Kind store,
        @DefaultValue S3 s3) {

    /** The stores there are. */
    public enum Kind {
        FILE,
        S3
    }

    /**
     * The bucket. Credentials are no setting: they come from the environment as every S3 client takes them
     * ({@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}, a profile, or the role of the machine).
     *
     * @param endpoint address of the server; empty is Amazon's for the region
     * @param prefix what the names of all objects begin with, without a slash at either end; empty is none
     * @param pathStyle whether the bucket is named in the path and not in the host name
     * @param connectTimeout how long a connection may take
     * @param readTimeout how long the server may be silent in the middle of an answer
     * @param keepCopies how long a copy on this machine stays after it was last used; not under an hour
     */
    public record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("") String prefix,
            @DefaultValue("true") boolean pathStyle,
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("15s") Duration readTimeout,
            @DefaultValue("1d") Duration keepCopies) {}
}
