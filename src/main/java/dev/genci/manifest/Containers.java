package dev.genci.manifest;

import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The containers of a job, as they are passed on: that in which its steps run, and those beside it.
 *
 * @param passed what the job gets as it is written, by key
 */
public record Containers(Map<String, YamlNode> passed) {
    /** The image in which the steps run; absent where they run on the runner's machine. */
    public @Nullable Located<String> image() {
        YamlNode container = passed.get(SessionKey.CONTAINER.key());
        YamlNode image = container instanceof YamlMapping fields ? fields.get("image") : container;
        return image instanceof YamlScalar text ? new Located<>(text.text(), text.place()) : null;
    }

    /** The services beside the steps, by name. */
    public List<Located<String>> services() {
        return passed.get(SessionKey.SERVICES.key()) instanceof YamlMapping all ? Located.keys(all) : List.of();
    }

    /** Those of them that publish no port. */
    public List<Located<String>> servicesWithoutPorts() {
        YamlNode all = passed.get(SessionKey.SERVICES.key());
        return services().stream()
                .filter(name -> all instanceof YamlMapping services
                        && services.get(name.value()) instanceof YamlMapping service
                        && service.get("ports") == null)
                .toList();
    }

    /** The names of the variables of the container, and of each service. */
    public List<List<Located<String>>> variables() {
        List<YamlNode> containers = new ArrayList<>();
        if (passed.get(SessionKey.CONTAINER.key()) instanceof YamlMapping container) {
            containers.add(container);
        }
        if (passed.get(SessionKey.SERVICES.key()) instanceof YamlMapping services) {
            services.entries().values().forEach(entry -> containers.add(entry.value()));
        }
        return containers.stream()
                .map(each -> each instanceof YamlMapping fields && fields.get("env") instanceof YamlMapping env
                        ? Located.keys(env)
                        : List.<Located<String>>of())
                .toList();
    }
}
