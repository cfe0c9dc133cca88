package io.vimax.worker.asset;

import io.vimax.worker.asset.store.StoreAway;
import java.util.UUID;

/** Why the store did not do what was asked. The message is a sentence for people. */
public abstract sealed class AssetException extends RuntimeException {

    private AssetException(String message) {
        super(message);
    }

    private AssetException(String message, Throwable cause) {
        super(message, cause);
    }

    /** There is none of that id, or it is another person's. */
    public static final class NotFound extends AssetException {
        NotFound(UUID id) {
            super("There is no asset " + id + ".");
        }
    }

    /** The row is there and the file is not: somebody removed it from the store. */
    public static final class FileLost extends AssetException {
        FileLost(UUID id) {
            super("The file of asset " + id + " is gone from the asset store.");
        }
    }

    /** Nothing more can be written. */
    public static final class DiskFull extends AssetException {
        DiskFull() {
            super("The disk of the asset folder is full. Make room and try again.");
        }
    }

    /** What a provider delivered is not what was asked for. */
    public static final class WrongContent extends AssetException {
        WrongContent(String found) {
            super("The provider delivered " + found + " instead of the media that was asked for.");
        }
    }

    /** The store cannot be reached; the asset is there all the same. */
    public static final class StoreUnreachable extends AssetException {
        StoreUnreachable(StoreAway away) {
            super(String.valueOf(away.getMessage()), away);
        }
    }
}
