package io.vimax.worker.address;

/** Why an address is not called. */
public enum AddressObjection {
    /** Neither http nor https, or without a host. */
    NOT_OF_THE_WEB,
    /** It would carry a key or a result in clear. */
    NO_TLS,
    /** It leads into this network. */
    OF_THIS_NETWORK,
    /** Its host does not exist. */
    UNKNOWN_HOST
}
