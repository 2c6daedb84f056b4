package dev.gradeline.ui.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Which of the server's addresses a browser may be sent to. */
final class WebAddress {
    private WebAddress() {}

    /**
     * The address, when it is http or https with a host and nothing before it: what stands before an @ can make one host
     * look like another. Else null.
     */
    static @Nullable URI of(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme();
            boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? uri : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }
}
