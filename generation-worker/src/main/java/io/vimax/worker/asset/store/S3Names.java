package io.vimax.worker.asset.store;

import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** How things are called in the bucket, and how its troubles are called for people. */
public record S3Names(String where, String bucket, String prefix) {

    /** The same as below the folder of a file store, so that one can be copied into the other. */
    String key(Content content) {
        String name = "sha256/" + content.sha256().substring(0, 2) + "/" + content.sha256();
        return within(name);
    }

    /** A name below the prefix that all objects have. */
    public String within(String name) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** The subject of a sentence. */
    String words() {
        return "The asset store at " + where;
    }

    /** Says what is wrong in words of our own: those of a server may repeat what it was sent. */
    public StoreAway away(SdkException e) {
        if (e instanceof AwsServiceException answer) {
            return new StoreAway(words() + " " + said(answer) + ".", withoutWords(answer));
        }
        boolean noCredentials = String.valueOf(e.getMessage()).contains("Unable to load credentials");
        return new StoreAway(
                noCredentials
                        ? words() + " wants credentials and the environment has none: set AWS_ACCESS_KEY_ID and"
                                + " AWS_SECRET_ACCESS_KEY."
                        : words() + " does not answer.",
                e);
    }

    private String said(AwsServiceException answer) {
        String code =
                answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                        ? ""
                        : answer.awsErrorDetails().errorCode().replaceAll("[^A-Za-z0-9]", "");
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            return "refuses the worker's credentials (" + status + (code.isEmpty() ? "" : " " + code) + ")";
        }
        if (status == 404) {
            return "has no bucket named " + bucket;
        }
        if (status == 301 || status == 307) {
            return "says that the bucket " + bucket + " is in another region";
        }
        return String.format(Locale.ROOT, "answers with %d%s", status, code.isEmpty() ? "" : " " + code);
    }

    private static Throwable withoutWords(AwsServiceException answer) {
        var bare = new IllegalStateException("status " + answer.statusCode());
        bare.setStackTrace(answer.getStackTrace());
        return bare;
    }
}
