package io.registrar.metadata.value;

import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.OutboundPolicy;

/**
 * Where a value is judged: the place, the policies and the ear for what is wrong.
 *
 * @param label the place in words, {@code redirect_uris[0]}
 * @param pointer the place as a JSON pointer
 */
public record ValueCheck(
        String label, String pointer, MetadataPolicy policy, OutboundPolicy outbound, Findings findings) {

    /** Takes what is wrong. */
    @FunctionalInterface
    public interface Findings {
        /** Something is wrong at this place: its JSON type, or else its value. */
        void add(String pointer, boolean jsonType, String message);
    }

    /** The value has the wrong JSON type. */
    void wrongType(String what) {
        findings.add(pointer, true, label + ": " + what);
    }

    /** The value has the right JSON type and is wrong all the same. */
    void refuse(String why) {
        findings.add(pointer, false, label + ": " + why);
    }

    /** The same, deaf to all but the first wrong JSON type. */
    ValueCheck ofFirstWrongType() {
        Findings first = new Findings() {
            private boolean found;

            @Override
            public void add(String place, boolean jsonType, String message) {
                if (jsonType && !found) {
                    found = true;
                    findings.add(place, true, message);
                }
            }
        };
        return new ValueCheck(label, pointer, policy, outbound, first);
    }

    /** The same, one step down an array. */
    ValueCheck at(int index) {
        return new ValueCheck(label + "[" + index + "]", pointer + "/" + index, policy, outbound, findings);
    }

    /** The same, one step down an object; the name is ours, never the client's. */
    ValueCheck at(String knownName) {
        return new ValueCheck(label + "." + knownName, pointer + "/" + knownName, policy, outbound, findings);
    }
}
