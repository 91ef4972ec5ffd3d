package se.mandat.web.platform;

import java.util.List;

/**
 * A part of a list.
 *
 * @param next the cursor of what follows; null at the end
 */
public record Listing<T>(List<T> items, String next) {}
