package dev.gradeline.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.keychain.KeyVault.Found;
import dev.gradeline.keychain.KeyVault.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyVaultTest {
    private static final String KEY = "ayliea_pk_" + "a1b2c3d4".repeat(8);
    private static final String OTHER = "ayliea_pk_" + "00112233".repeat(8);

    private final InMemory keychain = new InMemory();
    private final KeyVault vault = new KeyVault(keychain, "northwind", Map.of());

    @Test
    void aKeyThatIsKeptIsFoundInTheKeychain() {
        assertThat(vault.find()).isEqualTo(new Found(Place.NOWHERE, null, null));
        assertThat(vault.keep(KEY)).isEqualTo(new Found(Place.KEYCHAIN, KEY, null));
        assertThat(keychain.entries).containsExactly(Map.entry("northwind", KEY));
        assertThat(new KeyVault(keychain, "northwind", Map.of()).find())
                .isEqualTo(new Found(Place.KEYCHAIN, KEY, null));
        assertThat(new KeyVault(keychain, "other", Map.of()).find().place()).isEqualTo(Place.NOWHERE);
    }

    @Test
    void theKeychainIsAskedForAKeyOnce() {
        keychain.entries.put("northwind", KEY);
        assertThat(vault.find().secret()).isEqualTo(KEY);
        assertThat(vault.find().secret()).isEqualTo(KEY);
        assertThat(keychain.calls).containsExactly("read");
    }

    @Test
    void aKeyThatIsNotThereYetIsLookedForAgain() {
        assertThat(vault.find().place()).isEqualTo(Place.NOWHERE);
        keychain.entries.put("northwind", KEY);
        assertThat(vault.find().secret()).isEqualTo(KEY);
    }

    @Test
    void theEnvironmentGoesBeforeEverythingAndIsNeverStored() {
        keychain.entries.put("northwind", OTHER);
        KeyVault fromEnvironment = new KeyVault(keychain, "northwind", Map.of(KeyVault.VARIABLE, "  " + KEY + "\n"));
        assertThat(fromEnvironment.find()).isEqualTo(new Found(Place.ENVIRONMENT, KEY, null));
        fromEnvironment.keepForSession(OTHER);
        assertThat(fromEnvironment.find().secret()).isEqualTo(KEY);
        assertThat(fromEnvironment.forget()).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(fromEnvironment.find().secret()).isEqualTo(KEY);
        assertThat(keychain.calls).containsExactly("delete");
        assertThat(keychain.entries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void aBlankVariableCountsAsUnset(String blank) {
        keychain.entries.put("northwind", KEY);
        assertThat(new KeyVault(keychain, "northwind", Map.of(KeyVault.VARIABLE, blank)).find())
                .isEqualTo(new Found(Place.KEYCHAIN, KEY, null));
    }

    @Test
    void whereTheKeychainFailsTheKeyInUseStaysAndTheTroubleIsSaid() {
        vault.keep(OTHER);
        keychain.trouble = new KeychainResult.Locked<>();
        assertThat(vault.keep(KEY)).isEqualTo(new Found(Place.NOWHERE, null, new KeychainResult.Locked<Boolean>()));
        assertThat(vault.find()).as("nobody agreed to another one").isEqualTo(new Found(Place.KEYCHAIN, OTHER, null));
        assertThat(vault.sessionKey()).isNull();
        assertThat(vault.keepForSession(KEY)).isEqualTo(vault.find());
        assertThat(vault.sessionKey()).isEqualTo(KEY);
        assertThat(new KeyVault(keychain, "northwind", Map.of()).find().place()).isEqualTo(Place.NOWHERE);
        keychain.trouble = null;
        assertThat(vault.keep(KEY).place()).isEqualTo(Place.KEYCHAIN);
        assertThat(vault.find().trouble()).isNull();
    }

    @Test
    void aWriteThatWasGivenUpIsLookedAtAgain() {
        vault.keep(OTHER);
        keychain.trouble = new KeychainResult.Slow<>();
        assertThat(vault.keep(KEY).trouble()).isEqualTo(new KeychainResult.Slow<Boolean>());
        keychain.entries.put("northwind", KEY);
        keychain.calls.clear();
        assertThat(vault.find().secret()).as("while it hangs, what was known").isEqualTo(OTHER);
        assertThat(keychain.calls).containsExactly("check");
        keychain.trouble = null;
        assertThat(vault.find()).as("it was written all the same").isEqualTo(new Found(Place.KEYCHAIN, KEY, null));
        keychain.calls.clear();
        assertThat(vault.find().secret()).isEqualTo(KEY);
        assertThat(keychain.calls).as("once it is known").isEmpty();
    }

    @Test
    void nobodyWaitsForAPromptToUseAKeyForThisSession() throws Exception {
        CountDownLatch prompting = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        keychain.entries.put("northwind", OTHER);
        keychain.reading = () -> {
            prompting.countDown();
            answered.await();
            return true;
        };
        Thread finding = Thread.ofVirtual().start(vault::find);
        prompting.await();
        assertThat(vault.sessionKey()).isNull();
        vault.keepForSession(KEY);
        assertThat(vault.find().secret()).isEqualTo(KEY);
        answered.countDown();
        finding.join();
        assertThat(vault.find()).as("what was asked for before").isEqualTo(new Found(Place.SESSION, KEY, null));
    }

    @Test
    void theEnvironmentsKeyIsNoSessionKey() {
        KeyVault fromEnvironment = new KeyVault(keychain, "northwind", Map.of(KeyVault.VARIABLE, KEY));
        fromEnvironment.keepForSession(OTHER);
        assertThat(fromEnvironment.sessionKey()).isNull();
    }

    @Test
    void theSessionGoesBeforeTheKeychainAndLeavesItAlone() {
        keychain.entries.put("northwind", OTHER);
        assertThat(vault.keepForSession(KEY)).isEqualTo(new Found(Place.SESSION, KEY, null));
        assertThat(vault.find()).isEqualTo(new Found(Place.SESSION, KEY, null));
        assertThat(keychain.calls).isEmpty();
        assertThat(keychain.entries).containsEntry("northwind", OTHER);
    }

    @Test
    void forgettingEmptiesSessionAndKeychain() {
        vault.keep(KEY);
        vault.keepForSession(OTHER);
        assertThat(vault.forget()).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(vault.find().place()).isEqualTo(Place.NOWHERE);
        assertThat(vault.forget()).isEqualTo(new KeychainResult.Ok<>(false));
        keychain.trouble = new KeychainResult.Slow<>();
        assertThat(vault.forget()).isEqualTo(new KeychainResult.Slow<Boolean>());
    }

    @Test
    void aLockedKeychainIsAskedOnceAndThenOnlyLookedAt() {
        keychain.entries.put("northwind", KEY);
        keychain.trouble = new KeychainResult.Locked<>();
        assertThat(vault.find())
                .isEqualTo(new Found(Place.NOWHERE, null, new KeychainResult.Locked<@Nullable String>()));
        assertThat(vault.find().trouble()).isInstanceOf(KeychainResult.Locked.class);
        assertThat(keychain.calls).containsExactly("read", "check");
        assertThat(vault.findAgain().trouble()).isInstanceOf(KeychainResult.Locked.class);
        assertThat(keychain.calls).containsExactly("read", "check", "unlock", "check");
        keychain.trouble = null;
        assertThat(vault.find()).isEqualTo(new Found(Place.KEYCHAIN, KEY, null));
    }

    @Test
    void aKeychainThatIsNotThereIsNotAskedAgain() {
        keychain.trouble = new KeychainResult.Absent<>("none");
        vault.find();
        assertThat(vault.find().trouble()).isInstanceOf(KeychainResult.Absent.class);
        assertThat(keychain.calls).containsExactly("read");
    }

    @Test
    void aSlowKeychainIsOnlyLookedAtUntilItAnswersOrThePersonAsks() {
        keychain.entries.put("northwind", KEY);
        keychain.trouble = new KeychainResult.Slow<>();
        for (int i = 0; i < 5; i++) {
            assertThat(vault.find().trouble()).isInstanceOf(KeychainResult.Slow.class);
        }
        assertThat(keychain.calls).containsExactly("read", "check", "check", "check", "check");
        keychain.trouble = null;
        assertThat(vault.find().secret()).isEqualTo(KEY);
    }

    @Test
    void aSlowOrBrokenKeychainIsAskedAgain() {
        keychain.entries.put("northwind", KEY);
        for (KeychainResult<Boolean> passing :
                List.of(new KeychainResult.Slow<Boolean>(), new KeychainResult.Broken<Boolean>("x"))) {
            KeyVault fresh = new KeyVault(keychain, "northwind", Map.of());
            keychain.trouble = passing;
            assertThat(fresh.find().place()).isEqualTo(Place.NOWHERE);
            keychain.trouble = null;
            assertThat(fresh.find().secret()).isEqualTo(KEY);
        }
    }

    @Test
    void findingAgainSeesAKeyThatAnotherProcessReplaced() {
        vault.keep(KEY);
        keychain.entries.put("northwind", OTHER);
        assertThat(vault.find().secret()).isEqualTo(KEY);
        assertThat(vault.findAgain().secret()).isEqualTo(OTHER);
        vault.keepForSession(KEY);
        assertThat(vault.findAgain().secret()).isEqualTo(KEY);
    }

    @Test
    void checkingSaysWhatTheKeychainSays() {
        assertThat(vault.keychainName()).isEqualTo("memory");
        assertThat(vault.check()).isEqualTo(new KeychainResult.Ok<>(true));
        keychain.trouble = new KeychainResult.Broken<>("x");
        assertThat(vault.check()).isEqualTo(new KeychainResult.Broken<Boolean>("x"));
    }

    @Test
    void nothingPrintsTheKey() {
        vault.keep(KEY);
        assertThat(List.of(vault.find().toString(), keychain.read("northwind").toString()))
                .noneMatch(text -> text.contains("a1b2c3d4"));
    }

    /** A keychain that says what it is told to say. */
    private static final class InMemory implements Keychain {
        final Map<String, String> entries = new HashMap<>();
        final List<String> calls = new ArrayList<>();

        @Nullable KeychainResult<Boolean> trouble;

        /** What a read waits for. */
        @Nullable Callable<Boolean> reading;

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public KeychainResult<Boolean> check() {
            calls.add("check");
            return Objects.requireNonNullElse(trouble, new KeychainResult.Ok<>(true));
        }

        @Override
        public KeychainResult<@Nullable String> read(String account) {
            calls.add("read");
            Callable<Boolean> waits = reading;
            if (waits != null) {
                try {
                    waits.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            KeychainResult<Boolean> failing = trouble;
            return failing != null
                    ? KeychainResult.failure(failing)
                    : new KeychainResult.Ok<@Nullable String>(entries.get(account));
        }

        @Override
        public KeychainResult<Boolean> write(String account, String secret) {
            calls.add("write");
            if (trouble != null) {
                return trouble;
            }
            entries.put(account, secret);
            return new KeychainResult.Ok<>(true);
        }

        @Override
        public KeychainResult<Boolean> delete(String account) {
            calls.add("delete");
            return trouble != null ? trouble : new KeychainResult.Ok<>(entries.remove(account) != null);
        }

        @Override
        public KeychainResult<Boolean> unlock() {
            calls.add("unlock");
            return Objects.requireNonNullElse(trouble, new KeychainResult.Ok<>(true));
        }
    }
}
