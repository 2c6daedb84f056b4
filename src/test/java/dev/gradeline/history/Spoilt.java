package dev.gradeline.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** What disks, copies and crashes do to a file. */
enum Spoilt {
    TRUNCATED {
        @Override
        byte[] spoil(byte[] bytes, Random random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },
    FLIPPED {
        @Override
        byte[] spoil(byte[] bytes, Random random) {
            int flips = 1 + random.nextInt(random.nextBoolean() ? 2 : 64);
            for (int flip = 0; flip < flips; flip++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return bytes;
        }
    },
    BLOCK_ZEROED {
        @Override
        byte[] spoil(byte[] bytes, Random random) {
            return block(bytes, random, 512, new byte[512]);
        }
    },
    PAGE_OVERWRITTEN {
        @Override
        byte[] spoil(byte[] bytes, Random random) {
            byte[] noise = new byte[PAGE];
            random.nextBytes(noise);
            return block(bytes, random, PAGE, noise);
        }
    },
    PAGE_MISPLACED {
        @Override
        byte[] spoil(byte[] bytes, Random random) {
            int from = random.nextInt(bytes.length / PAGE) * PAGE;
            return block(bytes, random, PAGE, Arrays.copyOfRange(bytes, from, from + PAGE));
        }
    },
    EMPTIED {
        @Override
        byte[] spoil(byte[] bytes, Random random) {
            return new byte[0];
        }
    },
    HEADER_GARBLED {
        @Override
        byte[] spoil(byte[] bytes, Random random) {
            byte[] noise = new byte[100];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, bytes, 0, Math.min(bytes.length, 1 + random.nextInt(100)));
            return bytes;
        }
    };

    private static final int PAGE = 4096;

    abstract byte[] spoil(byte[] bytes, Random random);

    void spoil(Path file, Random random) throws IOException {
        Files.write(file, spoil(Files.readAllBytes(file), random));
    }

    private static byte[] block(byte[] bytes, Random random, int size, byte[] content) {
        int at = random.nextInt(Math.max(1, bytes.length / size)) * size;
        System.arraycopy(content, 0, bytes, at, Math.min(size, bytes.length - at));
        return bytes;
    }
}
