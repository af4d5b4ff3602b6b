package io.registrar;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.registrar.testing.GeneratedPart;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {

    @Test
    void theReadmeListsEverySettingAsTheCodeDeclaresIt() throws IOException {
        List<Class<?>> rooms = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.registrar")
                .that(new OtherThan("io.registrar.dev"))
                .that(annotatedWith(ConfigMapping.class))
                .forEach(room -> rooms.add(room.reflect()));

        GeneratedPart.assertCurrent("README.md", "configuration", ConfigurationTable.of(rooms));
    }
}
