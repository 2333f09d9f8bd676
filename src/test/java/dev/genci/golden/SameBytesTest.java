package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.emit.EmittedFile;
import dev.genci.testing.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The same manifest gives the same bytes, wherever and however it is written: tried on every case that compiles. */
@Isolated("changes the locale and the time zone of the process")
class SameBytesTest {

    @Test
    void inAnotherLocaleAndTimeZone() throws IOException {
        Map<String, List<String>> usual = texts(manifest -> manifest);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(texts(manifest -> manifest)).isEqualTo(usual);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void withOtherLineEnds() throws IOException {
        assertThat(texts(manifest -> manifest.replace("\n", "\r\n"))).isEqualTo(texts(manifest -> manifest));
    }

    private static Map<String, List<String>> texts(UnaryOperator<String> change) throws IOException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Case golden : Case.all("ok")) {
            String manifest = Files.readString(golden.folder().resolve("sessions.yaml"));
            texts.put(
                    golden.name(),
                    Manifests.files(change.apply(manifest)).stream()
                            .map(EmittedFile::text)
                            .toList());
        }
        return texts;
    }
}
