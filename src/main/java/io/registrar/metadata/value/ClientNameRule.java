package io.registrar.metadata.value;

import io.registrar.metadata.Characters;
import io.registrar.metadata.name.ProtectedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A name that users see: without outer white space, and without the protected names of others (RFC 7591 §5). */
public final class ClientNameRule {

    /** Only operators' settings come in here. */
    private static final Map<String, ProtectedName> PROTECTED = new ConcurrentHashMap<>();

    private ClientNameRule() {}

    /** The rule as a value rule. */
    public static ValueRule rule() {
        return new TextRule(Limit.CLIENT_NAME, ClientNameRule::problem);
    }

    /** The same of another name than the client's own, in which outer white space is nobody's business. */
    public static ValueRule protectedOnly(Limit longest) {
        return new TextRule(longest, ClientNameRule::protectedProblem);
    }

    private static Optional<String> problem(String name, ValueCheck check) {
        if (Characters.isSpace(name.codePointAt(0)) || Characters.isSpace(name.codePointBefore(name.length()))) {
            return Optional.of("must not begin or end with white space");
        }
        return protectedProblem(name, check);
    }

    private static Optional<String> protectedProblem(String name, ValueCheck check) {
        return check.policy()
                .protectedNames()
                .filter(names -> ProtectedName.isAnyIn(name, prepared(names)))
                .map(names -> "holds a protected name, or what looks like one; choose another");
    }

    private static List<ProtectedName> prepared(List<String> names) {
        return names.stream()
                .map(name -> PROTECTED.computeIfAbsent(name, ProtectedName::of))
                .toList();
    }
}
