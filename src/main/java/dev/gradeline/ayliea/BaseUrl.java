package dev.gradeline.ayliea;

import java.net.URI;

/** The API's address, checked: HTTPS, or HTTP on a loopback address; ends in {@code /api/v1}. */
public final class BaseUrl {
    /** The vendor's own address. */
    public static final URI AYLIEA = URI.create("https://assess.ayliea.com/api/v1");

    private BaseUrl() {}

    /**
     * Checks and completes an address that a person gave.
     *
     * @return the address, ending in {@code /api/v1} without a trailing slash
     * @throws IllegalArgumentException with a sentence for people that names what is wrong and what to do
     */
    public static URI of(String text) {
        throw new UnsupportedOperationException(text);
    }
}
