package io.vimax.worker.upload;

/** Why a file is not taken. The message is a sentence for people. */
abstract sealed class UploadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UploadException(String message) {
        super(message);
    }

    static final class TooLarge extends UploadException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("A picture may have at most %d MB.".formatted(UploadController.LARGEST_BYTES >> 20));
        }
    }

    static final class TooManyPixels extends UploadException {
        private static final long serialVersionUID = 1L;

        TooManyPixels(long megapixels) {
            super("A picture may have at most %d megapixels; make it smaller.".formatted(megapixels));
        }
    }

    static final class NoPicture extends UploadException {
        private static final long serialVersionUID = 1L;

        NoPicture(String found) {
            super("This is " + found + "; a picture is PNG, JPEG or WebP.");
        }
    }
}
