package dev.genci.start;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ByteValue;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.ClassPrepareRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the jar under a debugger that counts how often methods are entered, which slows nothing else down. */
final class Debugged {
    /** What every way to read or write a file comes to. */
    private static final String OPEN = "java.nio.file.Files.newByteChannel";

    private static final String PATH = "sun.nio.fs.UnixPath";

    private final VirtualMachine machine;
    private final List<String> wanted;
    private final Map<String, Integer> entered = new TreeMap<>();
    private final Map<String, Integer> opened = new TreeMap<>();

    private Debugged(VirtualMachine machine, List<String> wanted) {
        this.machine = machine;
        this.wanted = new ArrayList<>(wanted);
    }

    /** How often each method was entered, as {@code Class.method}, and how often each file was opened, by its path. */
    record Counts(Map<String, Integer> entered, Map<String, Integer> opened) {}

    /**
     * Runs a command line to its end.
     *
     * @param methods as {@code package.Class.method}: the first of its name, in the order of the source
     */
    static Counts run(String jar, String commandLine, List<String> methods) throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("options").setValue("-cp \"" + jar + "\"");
        arguments.get("main").setValue("dev.genci.cli.Main " + commandLine);
        Debugged debugged = new Debugged(connector.launch(arguments), methods);
        try {
            debugged.watch();
        } catch (VMDisconnectedException e) {
            // The program has ended.
        }
        return new Counts(debugged.entered, debugged.opened);
    }

    private void watch() throws Exception {
        wanted.add(OPEN);
        for (String type : wanted.stream().map(Debugged::classOf).distinct().toList()) {
            ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
            prepared.addClassFilter(type);
            prepared.enable();
            machine.classesByName(type).forEach(this::prepare);
        }
        while (true) {
            EventSet events = machine.eventQueue().remove();
            for (Event event : events) {
                if (event instanceof ClassPrepareEvent prepared) {
                    prepare(prepared.referenceType());
                } else if (event instanceof BreakpointEvent hit) {
                    count(hit.location(), hit.thread());
                }
            }
            events.resume();
        }
    }

    private void prepare(ReferenceType type) {
        for (String method : wanted) {
            if (classOf(method).equals(type.name())) {
                breakAt(type, method.substring(method.lastIndexOf('.') + 1));
            }
        }
    }

    private void breakAt(ReferenceType type, String name) {
        Method first = type.methodsByName(name).get(0);
        machine.eventRequestManager().createBreakpointRequest(first.location()).enable();
    }

    private void count(Location location, ThreadReference thread) throws Exception {
        Method method = location.method();
        if (method.declaringType().name().equals(classOf(OPEN))) {
            opened.merge(argument(thread), 1, Integer::sum);
        } else {
            String type = method.declaringType().name();
            entered.merge(type.substring(type.lastIndexOf('.') + 1) + "." + method.name(), 1, Integer::sum);
        }
    }

    /** The path, read from where the JDK keeps it: to have it call a method could wait for what another thread holds. */
    private static String argument(ThreadReference thread) throws Exception {
        ObjectReference path = (ObjectReference) frameArgument(thread);
        if (!path.referenceType().name().equals(PATH)
                || !(path.getValue(path.referenceType().fieldByName("path")) instanceof ArrayReference bytes)) {
            return "inside " + path.referenceType().name();
        }
        byte[] text = new byte[bytes.length()];
        for (int i = 0; i < text.length; i++) {
            text[i] = ((ByteValue) bytes.getValue(i)).value();
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static Object frameArgument(ThreadReference thread) throws IncompatibleThreadStateException {
        return thread.frame(0).getArgumentValues().get(0);
    }

    private static String classOf(String method) {
        return method.substring(0, method.lastIndexOf('.'));
    }
}
