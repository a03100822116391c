//! The example for Spark, tested over generated documents with two executors on this machine.

use std::fs;
use std::path::PathBuf;

use crate::call::{Call, Outcome, find};
use crate::tools::home;

/// The last version of Spark 3, which Java 8, 11 and 17 run, and which Python's package brings whole.
const PYSPARK: &str = "3.5.8";
/// The folder of what the test generates.
const FOLDER: &str = "target/spark";

/// Tests the example, unless Java or Python is missing: then it says so and is done.
pub(crate) fn test() -> Outcome {
    if let Some(missing) = missing() {
        println!("The example for Spark is not tested, because {missing}.");
        return Ok(());
    }
    prepare()?;
    let ending = std::env::consts::EXE_SUFFIX;
    // Nothing is compiled into the folder of the sources.
    Call::new(python())
        .line("-B tests/spark/check.py")
        .arguments([format!("target/quick/duidu{ending}").as_str(), FOLDER])
        .run()
}

/// Installs PySpark and compiles the command, unless Java or Python is missing.
pub(crate) fn prepare() -> Outcome {
    if missing().is_some() {
        return Ok(());
    }
    install()?;
    // Optimised as little as the package for npm in its test: what is compared are answers, and it compiles in half the time.
    Call::cargo().line("build --profile quick --no-default-features --features cli --bin duidu").run()
}

/// Returns what is missing, as the reason of a sentence.
fn missing() -> Option<&'static str> {
    if cfg!(windows) {
        return Some("the executor that it kills is found with ps, which Windows does not have");
    }
    // Spark's scripts take the Java of JAVA_HOME before the one on PATH.
    if std::env::var_os("JAVA_HOME").is_none() && find("java", &[]).is_none() {
        return Some("java is missing; install Java 17");
    }
    let venv = Call::new("python3").arguments(["-c", "import ensurepip, venv"]).output();
    venv.is_none().then_some("python3 with its module venv is missing")
}

/// Returns the folder of PySpark's environment.
fn environment() -> PathBuf {
    home().join("spark")
}

/// Returns the Python of that environment.
fn python() -> String {
    environment().join("bin/python").display().to_string()
}

/// Installs PySpark in an environment of its own.
fn install() -> Outcome {
    let stamp = environment().join("installed-version");
    if fs::read_to_string(&stamp).is_ok_and(|version| version == PYSPARK) {
        return Ok(());
    }
    println!("PySpark {PYSPARK} is missing; it is installed into .tools/spark once (318 MB are fetched).");
    Call::new("python3").line("-m venv --clear .tools/spark").run()?;
    Call::new(python())
        .line("-m pip install --quiet --disable-pip-version-check")
        .arguments([format!("pyspark=={PYSPARK}")])
        .run()?;
    fs::write(&stamp, PYSPARK).map_err(|error| format!("{}: {error}", stamp.display()))
}
