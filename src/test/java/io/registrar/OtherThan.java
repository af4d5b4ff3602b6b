package io.registrar;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** Classes outside of the given packages and what is below them. */
final class OtherThan extends DescribedPredicate<JavaClass> {

    private final List<String> packages;

    OtherThan(String... packages) {
        super("outside of " + String.join(", ", packages));
        this.packages = List.of(packages);
    }

    @Override
    public boolean test(JavaClass type) {
        String name = type.getPackageName();
        return packages.stream().noneMatch(it -> name.equals(it) || name.startsWith(it + "."));
    }
}
