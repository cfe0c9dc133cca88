package io.vimax.keypool.vault;

import java.util.List;

/** Why a call about master keys was refused. */
abstract sealed class VaultException extends RuntimeException {

    private VaultException(String message) {
        super(message);
    }

    static final class NotAdmin extends VaultException {
        NotAdmin() {
            super("Only an admin may see to master keys.");
        }
    }

    static final class UnknownMasterKey extends VaultException {
        UnknownMasterKey(List<String> known) {
            super("There is no such master key here; known are " + String.join(", ", known)
                    + ". Add its file to every replica first.");
        }
    }

    static final class RotationUnderWay extends VaultException {
        RotationUnderWay() {
            super("Secrets still move from an earlier master key; wait until none remains.");
        }
    }
}
