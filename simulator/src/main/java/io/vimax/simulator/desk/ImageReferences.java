package io.vimax.simulator.desk;

import io.vimax.simulator.delivery.ResultFile;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/** Reads the pictures of a request as strictly as a provider that has to decode them. */
public final class ImageReferences {

    private final Desk desk;

    public ImageReferences(Desk desk) {
        this.desk = desk;
    }

    /**
     * The bytes of a data URI, of a link to an earlier result, or none for a link into the world, which is not followed.
     *
     * @param field what the caller calls it
     * @throws CallRefused if no provider could read it
     */
    public byte[] read(String field, String reference) throws InterruptedException {
        if (reference.startsWith("data:")) {
            int comma = reference.indexOf(',');
            if (comma < 0 || !reference.substring(0, comma).matches("data:image/(png|jpe?g|webp);base64")) {
                throw CallRefused.unacceptable(field, "A picture must be data:image/png;base64, or the like");
            }
            return decode(field, reference.substring(comma + 1));
        }
        return follow(field, reference);
    }

    /** The bytes of a picture in Base64. */
    public static byte[] decode(String field, String base64) {
        byte[] picture;
        try {
            picture = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw CallRefused.unacceptable(field, "A picture that is not Base64");
        }
        if (!isPicture(picture)) {
            throw CallRefused.unacceptable(field, "Invalid image: neither PNG nor JPEG nor WebP");
        }
        return picture;
    }

    public static boolean isPicture(byte[] bytes) {
        return startsWith(bytes, 0, 0x89, 'P', 'N', 'G')
                || startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)
                || (startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P'));
    }

    private byte[] follow(String field, String link) throws InterruptedException {
        if (link.startsWith(desk.url() + "/")) {
            String name = link.substring(link.lastIndexOf('/') + 1);
            Optional<ResultFile> file = desk.shelf().find(name.replaceFirst("\\.[a-z0-9]+$", ""));
            if (file.isEmpty()) {
                throw CallRefused.unacceptable(field, "The picture behind the link is not there");
            }
            return file.get().content().bytes();
        }
        String host;
        try {
            URI uri = URI.create(link);
            host = uri.getScheme() != null && uri.getScheme().matches("https?") ? uri.getHost() : null;
        } catch (IllegalArgumentException e) {
            host = null;
        }
        if (host == null) {
            throw CallRefused.unacceptable(
                    field, "Neither a data URI nor a link: " + link.substring(0, Math.min(40, link.length())));
        }
        if (host.matches("localhost|127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|\\[.*]")) {
            throw CallRefused.unacceptable(
                    field, "The picture could not be fetched: a provider does not reach " + host);
        }
        return new byte[0];
    }

    private static boolean startsWith(byte[] bytes, int at, int... magic) {
        if (bytes.length < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[at + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
