//! pdf.js, which reads PDFs in the page: installed from npm as `static/pdf` locks it, and copied into the built page.

use crate::call::{Call, find, root};
use crate::tools::home;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Which of the package's files the page needs, and their names there. Some servers do not know that `.mjs` is
/// JavaScript, and a browser then refuses the module. The legacy build runs in browsers of the last two years or so.
const FILES: [(&str, &str); 3] = [
    ("legacy/build/pdf.min.mjs", "pdf.js"),
    ("legacy/build/pdf.worker.min.mjs", "pdf.worker.js"),
    ("LICENSE", "LICENSE"),
];
/// The tables that turn the codes of Chinese fonts into characters.
const TABLES: &str = "cmaps";

/// Puts pdf.js into the folder of the page.
///
/// A page without it works all the same and says that it cannot read PDFs, so a failure is told and is none.
pub(crate) fn copy(page: &Path) {
    let copied = ready().and_then(|package| {
        copy_into(&package, &page.join("pdf")).map_err(|error| format!("It could not be copied: {error}"))
    });
    if let Err(message) = copied {
        println!("pdf.js cannot be had here, so this build of the page cannot read PDFs. {message}");
    }
}

/// The folder of the package, installed unless it is the one the lock file names.
fn ready() -> Result<PathBuf, String> {
    let (lock, installed) = (root().join("static/pdf"), home().join("pdf"));
    let package = installed.join("node_modules/pdfjs-dist");
    let stamp = installed.join("installed-lock.json");
    let wanted = fs::read(lock.join("package-lock.json")).map_err(|error| error.to_string())?;
    if fs::read(&stamp).is_ok_and(|there| there == wanted) && package.is_dir() {
        return Ok(package);
    }
    if find("npm", &[]).is_none() {
        return Err("npm is missing.".to_owned());
    }
    fs::create_dir_all(&installed).map_err(|error| error.to_string())?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(lock.join(name), installed.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    // Its optional package draws pages outside of browsers.
    Call::new("npm")
        .line("ci --omit=optional --no-audit --no-fund --loglevel=error --fetch-retries=1")
        .inside(".tools/pdf")
        .run()?;
    fs::write(stamp, wanted).map_err(|error| error.to_string())?;
    Ok(package)
}

fn copy_into(package: &Path, folder: &Path) -> io::Result<()> {
    let tables = folder.join(TABLES);
    fs::create_dir_all(&tables)?;
    for (from, to) in FILES {
        fs::copy(package.join(from), folder.join(to))?;
    }
    for entry in fs::read_dir(package.join(TABLES))? {
        let entry = entry?;
        fs::copy(entry.path(), tables.join(entry.file_name()))?;
    }
    Ok(())
}
