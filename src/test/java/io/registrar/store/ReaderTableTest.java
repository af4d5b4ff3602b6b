package io.registrar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTableTest {

    static Stream<ReaderTable> tables() {
        return ReaderWarnings.TABLES.stream().map(ReaderTable::ofResource);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyDeclaredMemberIsInExactlyOneOfTheTwoLists(ReaderTable table) {
        Set<String> limited = table.limits().stream().map(ReaderLimit::member).collect(Collectors.toSet());
        Set<String> both = new TreeSet<>(limited);
        both.retainAll(table.honours());
        Set<String> either = new TreeSet<>(limited);
        either.addAll(table.honours());

        assertEquals(Set.of(), both, "honoured and limited");
        assertEquals(declared(), either);
        assertEquals(table.honours().size(), new HashSet<>(table.honours()).size(), "honoured twice");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void conditionsNameDeclaredMembersOnly(ReaderTable table) {
        table.limits()
                .forEach(
                        limit -> assertTrue(declared().containsAll(limit.where().keySet()), limit::toString));
    }

    @Test
    void everyTableBesideTheViewsIsLoaded() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/readers"))) {
            assertEquals(
                    new TreeSet<>(ReaderWarnings.TABLES),
                    files.map(file -> "/db/readers/" + file.getFileName())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // limit | metadata | pointer of the warning
                "\"member\":\"subject_type\",\"honours\":[\"public\"] | {} |",
                "\"member\":\"subject_type\",\"honours\":[\"public\"] | {\"subject_type\":\"public\"} |",
                "\"member\":\"subject_type\",\"honours\":[\"public\"] | {\"subject_type\":\"pairwise\"} | /subject_type",
                "\"member\":\"jwks\",\"honours\":[] | {\"jwks\":{\"keys\":[]}} | /jwks",
                "\"member\":\"grant_types\",\"honours\":[\"implicit\"] | {\"grant_types\":[\"implicit\"]} |",
                "\"member\":\"grant_types\",\"honours\":[\"implicit\"] | {\"grant_types\":[\"implicit\",\"password\"]} | /grant_types/1",
                "\"member\":\"request_uris\",\"honours\":[] | {\"request_uris\":[]} |",
                "\"member\":\"request_uris\",\"honours\":[] | {\"request_uris\":[\"https://a.example/\"]} | /request_uris",
                "\"member\":\"default_max_age\",\"honours\":[0] | {\"default_max_age\":0} |",
                "\"member\":\"default_max_age\",\"honours\":[0] | {\"default_max_age\":9} | /default_max_age",
                "\"member\":\"default_max_age\",\"honours\":[\"9\"] | {\"default_max_age\":9} | /default_max_age",
                "\"member\":\"require_consent\",\"honours\":[false] | {\"require_consent\":true} | /require_consent",
                "\"member\":\"client_name\",\"honours\":[] | {\"client_name#fr\":\"D\"} | /client_name#fr",
                "\"member\":\"client_name\",\"honours\":[] | {\"client_uri\":\"https://a.example/\"} |",
            })
    void aLimitWarnsOfTheFirstValueBeyondIt(String limit, String metadata, String pointer) throws IOException {
        assertEquals(pointer == null ? List.of() : List.of(pointer), pointers(limit, metadata));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"require_auth_time\":true,\"application_type\":\"web\",\"grant_types\":[\"implicit\",\"password\"]} | true",
                "{\"require_auth_time\":true,\"application_type\":\"web\",\"grant_types\":[\"implicit\"]} | false",
                "{\"require_auth_time\":true,\"application_type\":\"native\",\"grant_types\":[\"password\"]} | false",
                "{\"require_auth_time\":true,\"application_type\":\"web\"} | false",
                "{\"require_auth_time\":false,\"application_type\":\"web\",\"grant_types\":[\"password\"]} | false",
            })
    void aConditionalLimitWarnsOfClientsThatMeetEveryCondition(String metadata, boolean warns) throws IOException {
        String limit = "\"member\":\"require_auth_time\",\"honours\":[false],"
                + "\"where\":{\"application_type\":[\"web\"],\"grant_types\":[\"password\"]}";

        assertEquals(warns ? List.of("/require_auth_time") : List.of(), pointers(limit, metadata));
    }

    @Test
    void aWarningNamesMemberAndReader() throws IOException {
        assertEquals(
                List.of(new Warning("jwks", "/jwks", "A reader", "jwks: A reader reads no keys")),
                table("\"member\":\"jwks\",\"honours\":[],\"warning\":\"reads no keys\"")
                        .warnings(ClientMetadata.ofStored("{\"jwks\":{\"keys\":[]}}"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[]}",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[],\"limits\":[],\"limit\":[]}",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[],\"limits\":[],\"reader\":\"B\"}",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":\"all\",\"limits\":[]}",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[],\"limits\":[]} x",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[],\"limits\":[{\"member\":\"jwks\",\"warning\":\"x\"}]}",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[],\"limits\":[{\"member\":\"jwks\",\"honours\":[]}]}",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[],\"limits\":[{\"honours\":[],\"warning\":\"x\"}]}",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[],\"limits\":[{\"member\":\"jwks\",\"honours\":[],"
                        + "\"warning\":\"x\",\"when\":{}}]}",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[],\"limits\":[{\"member\":\"jwks\",\"honours\":[],"
                        + "\"warning\":\"says \\\"no\\\"\"}]}",
                "{\"reader\":\"A\",\"view\":\"v\",\"honours\":[],\"limits\":[{\"member\":\"jwks\",\"honours\":[],"
                        + "\"warning\":\"caf\\u00e9\"}]}"
            })
    void aMalformedTableIsNotTaken(String json) {
        assertThrows(IOException.class, () -> ReaderTable.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMissingTableIsNamed() {
        IllegalStateException missing =
                assertThrows(IllegalStateException.class, () -> ReaderTable.ofResource("/db/readers/none.json"));

        assertEquals("/db/readers/none.json is missing", missing.getMessage());
    }

    private static Set<String> declared() {
        return MetadataFields.all().stream().map(MetadataField::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> pointers(String limit, String metadata) throws IOException {
        return table(limit + ",\"warning\":\"cannot\"")
                .warnings(ClientMetadata.ofStored(metadata))
                .map(Warning::pointer)
                .toList();
    }

    private static ReaderTable table(String limit) throws IOException {
        String json = "{\"reader\":\"A reader\",\"view\":\"v\",\"honours\":[],\"limits\":[{" + limit + "}]}";
        return ReaderTable.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
