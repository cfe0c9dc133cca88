package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Product.Role;
import java.util.Base64;

/** What came with an answer that was paid for. */
public sealed interface Result {

    /** A picture in Base64. */
    static Result picture(String base64) {
        try {
            return new Bytes(Role.KEYFRAME, Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return new Broke("The provider delivered a picture that cannot be decoded.");
        }
    }

    /** A file, whole. */
    record Bytes(Role role, byte[] content) implements Result {}

    /** A file, behind a link. */
    record Link(Role role, String address) implements Result {}

    record Words(String text) implements Result {}

    /** Nothing that can be used. One sentence for people. */
    record Broke(String detail) implements Result {}

    /** Nothing, for what was asked for. One sentence for people. */
    record Rejected(String detail) implements Result {}
}
