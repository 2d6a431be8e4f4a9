// Validates PDF files with veraPDF. usage: java -cp CLASSPATH Check.java FLAVOUR FILE...
// Prints for each file a line "FILE <tab> number of assertions <tab> number of failed rules", then a line for each failed rule.

import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Check {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            try (FileInputStream stream = new FileInputStream(arguments[i]);
                    PDFAParser parser = foundry.createParser(stream, flavour);
                    PDFAValidator validator = foundry.createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                Map<String, String> failed = new TreeMap<>();
                for (TestAssertion assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                        failed.putIfAbsent(rule, assertion.getMessage() + " [" + assertion.getLocation().getContext() + "]");
                    }
                }
                System.out.println(arguments[i] + "\t" + result.getTotalAssertions() + "\t" + failed.size());
                failed.forEach((rule, message) -> System.out.println("\t" + rule + "\t" + message.replaceAll("\\s+", " ")));
            }
        }
    }
}
