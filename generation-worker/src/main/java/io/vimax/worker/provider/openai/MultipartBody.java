package io.vimax.worker.provider.openai;

import io.vimax.worker.provider.remote.Pictures.Picture;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A body of form fields and files (RFC 7578). */
final class MultipartBody {

    private static final String LINE_END = "\r\n";

    private final String boundary = "vimax-" + UUID.randomUUID();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MultipartBody field(String name, String value) {
        begin("form-data; name=\"" + name + "\"", "");
        return text(value + LINE_END);
    }

    MultipartBody picture(String name, Picture picture) {
        begin(
                "form-data; name=\"" + name + "\"; filename=\"picture."
                        + picture.type().extension() + "\"",
                "Content-Type: " + picture.type().mime() + LINE_END);
        bytes.writeBytes(picture.bytes());
        return text(LINE_END);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] end() {
        text("--" + boundary + "--" + LINE_END);
        return bytes.toByteArray();
    }

    private void begin(String disposition, String more) {
        text("--" + boundary + LINE_END + "Content-Disposition: " + disposition + LINE_END + more + LINE_END);
    }

    private MultipartBody text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
