package io.registrar.access;

import io.registrar.credential.Owner;
import java.util.Objects;
import java.util.Optional;

/** Which clients a caller may see and manage: those that it registered, or all. */
public sealed interface Reach {

    /** Whether clients of that owner are among them. */
    boolean includes(Owner owner);

    /** Whose clients they are; empty for everybody's. */
    Optional<Owner> owner();

    /** An operator's. */
    record Everything() implements Reach {

        @Override
        public Optional<Owner> owner() {
            return Optional.empty();
        }

        @Override
        public boolean includes(Owner owner) {
            return true;
        }
    }

    /** @param caller whose clients they are */
    record OwnClients(Owner caller) implements Reach {

        public OwnClients {
            Objects.requireNonNull(caller);
        }

        @Override
        public Optional<Owner> owner() {
            return Optional.of(caller);
        }

        @Override
        public boolean includes(Owner owner) {
            return caller.isSomebody() && caller.equals(owner);
        }
    }
}
