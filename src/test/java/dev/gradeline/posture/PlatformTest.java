package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By what a platform is known again in the next scan. */
class PlatformTest {
    private static final Instant SEEN = Instant.parse("2026-11-14T14:30:00Z");

    private static Platform platform(
            @Nullable String name, @Nullable String vendor, @Nullable String url, @Nullable String type) {
        return new Platform(null, name, type, vendor, null, url, null, null, SEEN);
    }

    private static Platform named(@Nullable String name, @Nullable String vendor) {
        return platform(name, vendor, null, null);
    }

    private static Scan scan(Platform... platforms) {
        return new Scan(null, null, null, null, null, SEEN, null, null, null, List.of(platforms), SEEN);
    }

    private static List<String> changes(Scan was, Scan now) {
        return Changes.platforms(was, now, SEEN.minusSeconds(1)).stream()
                .map(change -> change.kind().id() + " " + change.subject())
                .toList();
    }

    private static void assertSame(Platform... platforms) {
        assertThat(Arrays.stream(platforms).map(Platform::identity).distinct()).hasSize(1);
    }

    private static void assertDifferent(Platform... platforms) {
        assertThat(Arrays.stream(platforms).map(Platform::identity)).doesNotHaveDuplicates();
    }

    @Test
    void nameAndVendorWhateverTheirCaseAndSpaces() {
        assertSame(named("GitHub Copilot", "Microsoft"), named("github  copilot ", "MICROSOFT"));
        assertDifferent(named("Assistant", "One"), named("Assistant", "Two"), named("Assistant", null));
        assertSame(named("Assistant", null), named("Assistant", " "));
    }

    @Test
    void whatHasANameMayBeFoundElsewhere() {
        assertSame(
                platform("ChatGPT", "OpenAI", "https://a.example", "llm_chat"),
                platform("ChatGPT", "OpenAI", "https://b.example", "assistant"));
    }

    @Test
    void withoutANameItIsItsAddress() {
        assertSame(
                platform(null, null, "https://a.example", "llm_chat"),
                platform(" ", "OpenAI", "HTTPS://A.example", null));
        assertDifferent(platform(null, "V", "https://a.example", "t"), platform(null, "V", "https://b.example", "t"));
        assertDifferent(
                platform("https://a.example", null, null, null), platform(null, null, "https://a.example", null));
    }

    @Test
    void withoutAnAddressEitherItIsItsTypeAndVendor() {
        assertSame(platform(null, "OpenAI", null, "llm_chat"), platform("", "openai", " ", "LLM_chat"));
        assertDifferent(
                platform(null, "OpenAI", null, "llm_chat"),
                platform(null, "OpenAI", null, "code_assistant"),
                platform(null, null, null, "llm_chat"),
                platform(null, null, null, null));
    }

    @Test
    void theSameTwiceInAScanIsNeitherNewNorGone() {
        Platform one = platform("ChatGPT", "OpenAI", "https://a.example", null);
        Platform again = platform("chatgpt", "OpenAI", "https://b.example", null);

        assertThat(changes(scan(one), scan(one, again))).isEmpty();
        assertThat(changes(scan(again, one), scan(again))).isEmpty();
        assertThat(changes(scan(one, again), scan())).containsExactly("platform_gone ChatGPT");
    }
}
