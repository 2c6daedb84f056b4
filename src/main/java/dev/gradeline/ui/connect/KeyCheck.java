package dev.gradeline.ui.connect;

import dev.gradeline.ayliea.ApiResult;
import dev.gradeline.posture.Part;
import dev.gradeline.settings.Settings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out of trying a key.
 *
 * @param parts what it may read; the value is the number of rows seen
 * @param other set when the key is of another organisation than the data that is stored; null when it is of the same, or
 *     nothing tells
 * @param unsure the name of the organisation whose data is stored, where nothing tells whether the key is of the same; else
 *     null
 * @param suggestion what a new organisation may be called; empty where nothing tells
 */
public record KeyCheck(
        Map<Part, ApiResult<Integer>> parts,
        @Nullable Other other,
        @Nullable String unsure,
        String suggestion) {

    /** One that suggests no name. */
    public KeyCheck(Map<Part, ApiResult<Integer>> parts, @Nullable Other other, @Nullable String unsure) {
        this(parts, other, unsure, "");
    }

    /** One about which there is no doubt. */
    public KeyCheck(Map<Part, ApiResult<Integer>> parts, @Nullable Other other) {
        this(parts, other, null);
    }

    /**
     * Two organisations, whose data must not be mixed.
     *
     * @param stored the name of the one whose data is stored; empty where the key is for one more organisation
     * @param home the connection under which the key's organisation is stored already; null where none is known
     */
    public record Other(String stored, Settings.@Nullable Connection home) {}
}
