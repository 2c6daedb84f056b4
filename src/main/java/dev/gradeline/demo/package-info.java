/**
 * A stand-in for the API on loopback that tells one organisation's two-year story. It speaks HTTP only: nothing in here
 * knows another room, so that what is fetched from it goes through the same client as the real thing.
 *
 * <p>{@code DemoServer} is the contract (keys, scopes, limits, paging), {@code Story} is the content at any instant. The
 * tables behind the story are resources beside this package: {@code northwind.json} and {@code advice.json}.
 */
@NullMarked
package dev.gradeline.demo;

import org.jspecify.annotations.NullMarked;
