package dev.gradeline.ayliea;

import java.net.ProxySelector;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a client finds around it and a test brings along.
 *
 * @param pause how it sleeps
 * @param nanos a steady timer, as {@link System#nanoTime()}
 * @param trust whose word on certificates counts
 * @param proxies which proxy leads to an address
 * @param random draws the jitter; used from several threads
 * @param agent the {@code User-Agent} of every request
 */
record Environment(
        Limits limits,
        Pause pause,
        LongSupplier nanos,
        RandomGenerator random,
        Trust trust,
        Proxies proxies,
        String agent) {
    /** The real world, of a process with these variables. */
    static Environment real(Map<String, String> variables, String agent) {
        return new Environment(
                Limits.STANDARD,
                Pause.REAL,
                System::nanoTime,
                new Random(),
                new Trust(variables),
                new Proxies(variables, ProxySelector.getDefault()),
                agent);
    }
}
